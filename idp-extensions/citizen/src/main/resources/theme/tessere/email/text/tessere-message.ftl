<#ftl output_format="plainText">
<#list lines as line>
${line}

<#if line?is_first && about?has_content>
${about}

</#if>
</#list>
