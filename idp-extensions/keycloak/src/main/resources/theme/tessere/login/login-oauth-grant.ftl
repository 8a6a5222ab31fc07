<#import "template.ftl" as layout>
<#assign service=(client.name)?has_content?then(advancedMsg(client.name!""), client.clientId)>
<@layout.registrationLayout; section>
<#if section == "header">${msg("consentTitle", service)}<#elseif section == "form">
<p class="lead">${msg("consentAsks", service)}</p>
<ul class="claims">
<#list oauth.clientScopesRequested![] as scope>
<li>${advancedMsg(scope.consentScreenText)}<#if scope.parameterizedScopeParameter??>: <strong>${scope.parameterizedScopeParameter}</strong></#if></li>
</#list>
</ul>
<#if client.attributes.policyUri?? || client.attributes.tosUri??>
<ul>
<#if client.attributes.tosUri??><li><a href="${client.attributes.tosUri}">${msg("oauthGrantTos")}</a></li></#if>
<#if client.attributes.policyUri??><li><a href="${client.attributes.policyUri}">${msg("oauthGrantPolicy")}</a></li></#if>
</ul>
</#if>
<form class="actions" action="${url.oauthAction}" method="post">
  <input type="hidden" name="code" value="${oauth.code}">
  <button class="button" type="submit" name="accept" value="yes">${msg("consentYes")}</button>
  <button class="button quiet" type="submit" name="cancel" value="no">${msg("consentNo")}</button>
</form>
</#if>
</@layout.registrationLayout>
