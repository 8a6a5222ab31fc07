<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("agree.title")}<#elseif section == "form">
<#if known>
<section class="box" aria-labelledby="known">
  <h2 id="known">${text.of("known.title")}</h2>
  <p>${text.of("known.text")}</p>
  <form id="mine" action="${url.loginAction}" method="post"><button class="button quiet" type="submit" name="step" value="mine">${text.of("known.button")}</button></form>
</section>
</#if>
<p class="lead">${text.of("agree.lead", service)}</p>
<h2>${text.of("agree.kept")}</h2>
<ul class="spaced">
  <li>${text.of("agree.kept.document")}</li>
  <li>${text.of("agree.kept.kind")}</li>
  <li>${text.of("agree.kept.person")}</li>
  <#if original><li>${text.of("agree.kept.code")}</li></#if>
  <li>${text.of("agree.kept.history")}</li>
  <li>${text.of("agree.kept.log", logMonths)}</li>
</ul>
<h2>${text.of("agree.not")}</h2>
<p>${text.of("agree.not.text")}</p>
<#if original>
<h2>${text.of("agree.forgotten")}</h2>
<p>${text.of("agree.forgotten.text")}</p>
<#else>
<p class="notice info">${text.of("agree.copy")}</p>
</#if>
<form id="agree" class="actions" action="${url.loginAction}" method="post">
  <button class="button" type="submit" name="step" value="agree">${text.of("agree.yes")}</button>
  <button class="button quiet" type="submit" name="step" value="leave">${text.of("agree.no", service)}</button>
</form>
</#if>
</@layout.registrationLayout>
