<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("blocked.title")}<#elseif section == "form">
<@c.wrongs/>
<#if minutes??><p>${text.of("code.minutes", minutes)}</p></#if>
<#if !wrong??>
<div class="notice warning" role="status">
  <p>${text.of("blocked.lead")}</p>
  <p class="small"><code id="refusal">${refusal}</code> <a href="${help}">${msg("refusedHelp")}</a></p>
</div>
</#if>
<#if open>
<p id="digits">${text.of("blocked.digits")}</p>
<form id="unblock-document" action="${url.loginAction}" method="post">
  <@c.code name="code" label=text.of("code.label") complete="current-password" first=true/>
  <p class="actions"><button class="button" type="submit" name="step" value="unblock">${text.of("blocked.button")}</button></p>
</form>
</#if>
<h2>${text.of("blocked.else")}</h2>
<p>${text.of("blocked.else.text")}</p>
<form class="actions" action="${url.loginAction}" method="post">
  <#if !open && minutes??><button class="button" type="submit" name="step" value="look">${msg("againButton")}</button></#if>
  <button class="button quiet" type="submit" name="step" value="again">${text.of("blocked.another")}</button>
  <button class="button plain" type="submit" name="step" value="leave">${msg("leaveButton", service)}</button>
</form>
</#if>
</@layout.registrationLayout>
