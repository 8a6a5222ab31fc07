<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.log")}<#elseif section == "form">
<@o.frame here="log"; part><#if part == "page">
<p class="lead">${text.of("log.lead")}</p>
<#if !steps?has_content><p class="notice info">${text.of("log.empty")}</p>
<#else>
<p class="notice ${holds?then("info", "error")}" role="status">${text.of(holds?then("log.holds", "log.broken"))}</p>
<section aria-labelledby="proofs">
<h2 id="proofs">${text.of("log.proofs")}</h2>
<div class="table" role="region" aria-labelledby="proofs" tabindex="0"><table>
<thead><tr><th scope="col">${text.of("log.proof")}</th><th scope="col">${text.of("log.count")}</th><th scope="col">${text.of("log.result")}</th></tr></thead>
<tbody>
<#list steps as step>
<tr><td>${text.of("log.step." + step.word())}</td><td>${step.count()}</td><td>${text.of(step.holds()?then("log.yes", "log.no"))}</td></tr>
</#list>
</tbody></table></div>
</section>
</#if>
<section aria-labelledby="state">
<h2 id="state">${text.of("log.state")}</h2>
<p>${text.of("log.entries", entries, waiting)}</p>
<p class="small">${text.of("log.key")} <code>${key}</code></p>
<#if head?has_content><details><summary>${text.of("log.head")}</summary><p class="small"><code>${head}</code></p></details></#if>
</section>
<section aria-labelledby="export">
<h2 id="export">${text.of("log.export")}</h2>
<p>${text.of("log.export.lead")}</p>
<p class="actions"><a class="button" href="${pages}/log/export">${text.of("log.export.link")}</a></p>
</section>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
