<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("identity.refused")}<#elseif section == "form">
<@c.wrongs/>
<p class="actions"><a class="button" href="${pages}">${text.of("identity.title")}</a></p>
</#if>
</@layout.registrationLayout>
