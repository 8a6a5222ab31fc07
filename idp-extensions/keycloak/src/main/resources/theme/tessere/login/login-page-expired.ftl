<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section == "header">${msg("pageExpiredTitle")}<#elseif section == "form">
<p>${msg("expiredText")}</p>
<p class="actions"><a class="button" href="${url.loginRestartFlowUrl}">${msg("expiredRestart")}</a>
<a class="button quiet" href="${url.loginAction}">${msg("expiredContinue")}</a></p>
</#if>
</@layout.registrationLayout>
