<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("refused.title")}<#elseif section == "form">
<link rel="stylesheet" href="${url.resourcesPath}/css/officer.css">
<div class="notice error" role="alert"><p>${text.of("refused.happened")}</p><p>${text.of("refused.next")}</p></div>
<#if account?has_content><p>${text.of("refused.account")} <code id="account">${account}</code></p></#if>
<p class="actions"><a class="button" href="${pages}">${text.of("refused.again")}</a></p>
</#if>
</@layout.registrationLayout>
