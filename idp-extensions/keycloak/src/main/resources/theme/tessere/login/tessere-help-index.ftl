<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("helpIndexTitle")}<#elseif section == "form">
<p>${msg("helpIndexText")}</p>
<#list sections as part>
<h2>${part.title()}</h2>
<ul class="spaced">
<#list part.entries() as entry>
<li><a href="${entry.address()}">${entry.happened()}</a> <code>${entry.code()}</code></li>
</#list>
</ul>
</#list>
</#if>
</@layout.registrationLayout>
