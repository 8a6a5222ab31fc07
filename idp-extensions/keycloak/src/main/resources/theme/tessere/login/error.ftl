<#import "template.ftl" as layout>
<#-- What Keycloak itself says is for its operators, in the log: the person reads what to do. The one sentence that is ours stands below. -->
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("errorTitle")}<#elseif section == "form">
<p>${msg("errorNext")}</p>
<#if message?has_content && message.summary == msg("cookieNotFoundMessage")><p id="no-cookie">${message.summary}</p></#if>
<p class="actions">
<#if !skipLink?? && (client.baseUrl)?has_content><a class="button" href="${client.baseUrl}">${msg("backToApplication")}</a></#if>
<a class="button quiet" href="${layout.helpPages}">${msg("helpIndexLink")}</a>
</p>
</#if>
</@layout.registrationLayout>
