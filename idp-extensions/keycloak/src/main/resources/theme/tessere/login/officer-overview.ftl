<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.overview")}<#elseif section == "form">
<@o.frame here="overview"; part><#if part == "page">
<p class="lead">${text.of("overview.lead", from)}</p>
<ul class="periods">
<#list ["day", "week", "month"] as one><li><a href="${pages}/overview?period=${one}"<#if one == period> aria-current="true"</#if>>${text.of("overview." + one)}</a></li></#list>
</ul>
<p><a href="${pages}/alerts">${text.of("overview.alerts", alerts)}</a><br><a href="${pages}/proposals">${text.of("overview.proposals", proposals)}</a></p>
<#list charts as chart>
<section aria-labelledby="c-${chart.name()}">
<h2 id="c-${chart.name()}">${text.of("chart." + chart.name())}</h2>
<#if chart.rows()?has_content>
<table class="chart" aria-labelledby="c-${chart.name()}">
<thead><tr><th scope="col">${text.of("chart." + chart.name() + ".what")}</th><th scope="col">${text.of("chart." + chart.name() + ".count")}</th></tr></thead>
<tbody>
<#list chart.rows() as row>
<tr><th scope="row"><#if row.link()?has_content><a href="${pages}/${row.link()}">${row.label()}</a><#else>${text.word("label", row.label())}</#if></th><td><div class="measure"><span>${row.value()}</span><svg class="bar" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect x="0" y="0" width="${row.length()?c}" height="12"/></svg></div></td></tr>
</#list>
</tbody></table>
<#else><p>${text.of("chart.none")}</p></#if>
</section>
</#list>
<section aria-labelledby="anchors">
<h2 id="anchors">${text.of("overview.trust")}</h2>
<p><#if trustMade?has_content>${text.of("overview.trust.age", trustAge, trustMade)}<#else>${text.of("overview.trust.none")}</#if> ${text.of("overview.trust.since", trustSince)}</p>
<p class="small"><code>${trustVersion}</code></p>
<p><a href="${pages}/trust">${text.of("nav.trust")}</a></p>
</section>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
