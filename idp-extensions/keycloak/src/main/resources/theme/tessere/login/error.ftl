<#import "template.ftl" as layout>
<#-- What Keycloak itself says is for its operators: the person reads what to do, and it stands below in small. -->
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("errorTitle")}<#elseif section == "form">
<p>${msg("errorNext")}</p>
<#if message?has_content><p class="small">${kcSanitize(message.summary)?no_esc}</p></#if>
<#if !skipLink?? && client?? && client.baseUrl?has_content>
<p><a href="${client.baseUrl}">${msg("backToApplication")}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
