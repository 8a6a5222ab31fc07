<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.documents")}<#elseif section == "form">
<@o.frame here="documents"; part><#if part == "page">
<p class="lead">${text.of("documents.lead")}</p>
<p>${text.of("documents.size", size)}</p>
<#if found??>
<div class="notice info" role="status" id="found"><p>${text.of("documents.found")} <strong id="found-status">${text.of("status." + found.status())}</strong>
<#if found.since()?has_content>${text.of("documents.since", found.since())}</#if></p>
<p class="small">${text.of("documents.digest")} <code>${found.digest()}</code></p></div>
</#if>
<section aria-labelledby="search">
<h2 id="search">${text.of("documents.search")}</h2>
<form action="${pages}/documents/search" method="post">
<@o.token/><@o.document id="search"/>
<p class="actions"><button class="button" type="submit">${text.of("documents.search.button")}</button></p>
</form>
</section>
<#if mayAct>
<section aria-labelledby="report">
<h2 id="report">${text.of("documents.report")}</h2>
<form action="${pages}/documents/report" method="post">
<@o.token/><@o.document id="report"/>
<p class="field"><label for="status">${text.of("documents.status")}</label>
<select id="status" name="status" required><#list statuses as status><option value="${status}">${text.of("status." + status)}</option></#list></select></p>
<@o.reason id="report-reason"/>
<@o.urgent id="report-urgent"/>
<p class="actions"><button class="button" type="submit">${text.of("documents.report.button")}</button></p>
</form>
</section>
<section aria-labelledby="lift">
<h2 id="lift">${text.of("documents.lift")}</h2>
<form action="${pages}/documents/lift" method="post">
<@o.token/><@o.document id="lift"/>
<@o.reason id="lift-reason"/>
<p class="actions"><button class="button" type="submit">${text.of("documents.lift.button")}</button></p>
</form>
</section>
</#if>
<@o.history acts/>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
