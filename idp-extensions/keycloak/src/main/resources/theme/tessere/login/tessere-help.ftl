<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("helpTitle", entry.code())}<#elseif section == "form">
<h2>${msg("helpHappened")}</h2>
<p id="happened">${entry.happened()}</p>
<h2>${msg("helpNext")}</h2>
<p id="next"><strong>${entry.next()}</strong></p>
<#if more?has_content><p id="more">${more}</p></#if>
<h2>${msg("helpAsk")}</h2>
<p id="ask">${ask}</p>
<p class="actions"><a class="button quiet" href="${index}">${msg("helpIndexLink")}</a></p>
</#if>
</@layout.registrationLayout>
