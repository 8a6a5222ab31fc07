<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("second.title")}<#elseif section == "form">
<@c.wrongs/>
<p class="lead">${text.of("second.lead")}</p>
<section class="box" aria-labelledby="by-code">
  <h2 id="by-code">${text.of("second.code")}</h2>
  <p id="digits">${text.of("second.code.text")}</p>
  <form id="prove-code" action="${url.loginAction}" method="post">
    <@c.code name="code" label=text.of("code.label") complete="current-password"/>
    <p><button class="button" type="submit" name="step" value="prove-code">${text.of("second.code.button")}</button></p>
  </form>
</section>
<form action="${url.loginAction}" method="post">
<section class="box" aria-labelledby="by-document">
  <h2 id="by-document">${text.of("second.document")}</h2>
  <p>${text.of("second.document.text")}</p>
  <p><button class="button" type="submit" name="step" value="read-first">${text.of("second.document.button")}</button></p>
</section>
<p class="actions"><button class="button plain" type="submit" name="step" value="new">${text.of("second.new")}</button></p>
</form>
</#if>
</@layout.registrationLayout>
