<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("helpUnknownTitle")}<#elseif section == "form">
<p>${msg("helpUnknownText")}</p>
<p class="actions"><a class="button quiet" href="${index}">${msg("helpIndexLink")}</a></p>
</#if>
</@layout.registrationLayout>
