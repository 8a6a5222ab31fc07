<#import "template.ftl" as layout>
<#-- What Keycloak itself says is for its operators: the person reads what to do, and it stands below in small. -->
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("errorTitle")}<#elseif section == "form">
<p>${msg("errorNext")}</p>
<#if message?has_content><p class="small">${msg("errorSays")} ${kcSanitize(message.summary)?no_esc}</p></#if>
<p class="actions">
<#if !skipLink?? && (client.baseUrl)?has_content><a class="button" href="${client.baseUrl}">${msg("backToApplication")}</a></#if>
<a class="button quiet" href="${layout.helpPages}">${msg("helpIndexLink")}</a>
</p>
</#if>
</@layout.registrationLayout>
