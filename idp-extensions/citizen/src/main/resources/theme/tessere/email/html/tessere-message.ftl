<#import "template.ftl" as layout>
<@layout.emailLayout>
<#list lines as line>
<p>${line}</p>
<#if line?is_first && about?has_content>
<p><#if about?starts_with("http")><a href="${about}">${about}</a><#else><strong>${about}</strong></#if></p>
</#if>
</#list>
</@layout.emailLayout>
