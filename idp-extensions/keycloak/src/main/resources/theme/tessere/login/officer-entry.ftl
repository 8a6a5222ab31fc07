<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("entry.title")}<#elseif section == "form">
<@o.frame here="entries"; part><#if part == "page">
<p class="lead">${text.of("entry.lead")}</p>
<ol class="timeline">
<#list lines as line>
<li id="${line.id()}">
<h2>${line.kind()}<#if line.outcome() != "done">: ${line.outcome()}</#if></h2>
<p><#if line.id() == fields.entry><strong>${text.of("entry.this")}</strong> </#if>${line.at()}<#if line.client()?has_content>, ${line.client()}</#if><#if line.level()?has_content>, ${line.level()}</#if></p>
<p class="small">${text.of(line.included()?then("entry.proven", "entry.unproven"))} <code>${line.id()}</code></p>
<#if line.kind() == "evidence"><p><a href="${pages}/entries/${line.id()}/again">${text.of("entry.again")}</a></p></#if>
<#if line.fields()?has_content>
<details><summary>${text.of("entry.all", line.fields()?size)}</summary>
<dl class="facts"><#list line.fields() as field><dt>${field.name()}</dt><dd><code>${field.value()}</code></dd></#list></dl>
</details>
</#if>
</li>
</#list>
</ol>
<p><a href="${pages}/entries">${text.of("entry.back")}</a></p>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
