<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("refusedTitle")}<#elseif section == "form">
<div class="notice error" role="alert">
  <p><strong>${happened}</strong></p>
  <p>${next}</p>
</div>
<p class="small">${msg("refusedCode")} <code id="refusal">${refusal}</code> <a id="help" href="${help}">${msg("refusedHelp")}</a></p>
<#if (myIdentity!"")?has_content><p><a id="my-identity" href="${myIdentity}">${msg("readingCounterWhere")}</a></p></#if>
<#if serviceAddress??>
<p class="actions"><a class="button" href="${serviceAddress}">${msg("leaveButton", serviceName)}</a></p>
<#elseif cancel??>
<form class="actions" action="${url.loginAction}" method="post">
  <button class="button" type="submit" name="cancel-aia" value="true">${msg("leaveButton", cancel)}</button>
</form>
<#elseif !service??>
<p>${msg("refusedOnward")}</p>
</#if>
<#if service??>
<form class="actions" action="${url.loginAction}" method="post">
  <#if again><button class="button" type="submit" name="step" value="again">${msg("againButton")}</button></#if>
  <button class="button<#if again> quiet</#if>" type="submit" name="step" value="leave">${msg("leaveButton", service)}</button>
</form>
</#if>
</#if>
</@layout.registrationLayout>
