<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("email.title")}<#elseif section == "form">
<@c.wrongs/>
<p class="lead">${text.of("email.lead")}</p>
<p id="optional">${text.of("email.optional")}</p>
<form id="give-email" action="${url.loginAction}" method="post" novalidate>
  <label for="email">${text.of("email.label")}</label>
  <input id="email" name="email" type="email" autocomplete="email" maxlength="254" spellcheck="false" aria-describedby="optional<#if wrong??> wrong</#if>"<#if wrong??> aria-invalid="true"</#if>>
  <p class="actions"><button class="button" type="submit" name="step" value="email">${text.of("email.send")}</button>
  <button class="button quiet" type="submit" name="step" value="no-email">${text.of("email.skip")}</button></p>
</form>
</#if>
</@layout.registrationLayout>
