<#import "template.ftl" as layout>
<#-- The services sign out in frames nobody sees. Without a script the person goes on by the link. -->
<@layout.registrationLayout; section>
<#if section == "header">${msg("frontchannel-logout.title")}<#elseif section == "form">
<p>${msg("frontchannel-logout.message")}</p>
<ul>
<#list logout.clients as client>
<li>${client.name!""}<iframe src="${client.frontChannelLogoutUrl}" title="${client.name!""}" hidden></iframe></li>
</#list>
</ul>
<#if logout.logoutRedirectUri?has_content>
<p class="actions"><a class="button" id="continue" href="${logout.logoutRedirectUri}">${msg("doContinue")}</a></p>
<#else>
<p>${msg("infoClose")}</p>
</#if>
</#if>
</@layout.registrationLayout>
