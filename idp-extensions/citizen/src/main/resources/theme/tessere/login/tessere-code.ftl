<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("code.title")}<#elseif section == "form">
<@c.wrongs/>
<#if minutes??><p>${text.of("code.minutes", minutes)}</p></#if>
<#if open>
<p class="lead">${text.of("code.lead", service, msg("level." + level))}</p>
<p id="digits">${text.of("code.digits")}</p>
<form id="type-code" action="${url.loginAction}" method="post">
  <@c.code name="code" label=text.of("code.label") complete="current-password" first=true/>
  <p class="actions"><button class="button" type="submit" name="step" value="code">${text.of("code.button")}</button></p>
</form>
</#if>
<form class="actions" action="${url.loginAction}" method="post">
  <#if !open && minutes??><button class="button" type="submit" name="step" value="look">${msg("againButton")}</button></#if>
  <button class="button quiet" type="submit" name="step" value="forgot">${text.of("code.forgot")}</button>
  <button class="button plain" type="submit" name="step" value="leave">${msg("leaveButton", service)}</button>
</form>
</#if>
</@layout.registrationLayout>
