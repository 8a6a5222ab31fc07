<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("again.title")}<#elseif section == "form">
<@o.frame here="entries"; part><#if part == "page">
<p class="lead">${text.of("again.lead")}</p>
<#if again??>
<p class="notice ${again.same()?then("info", "error")}" role="status">${text.of(again.same()?then("again.same", "again.other"))}</p>
<div class="table" role="region" aria-label="${text.of("again.title")}" tabindex="0"><table>
<thead><tr><th scope="col">${text.of("again.what")}</th><th scope="col">${text.of("again.then")}</th><th scope="col">${text.of("again.now")}</th></tr></thead>
<tbody>
<tr><th scope="row">${text.of("again.alone")}</th><td>${receipt.level()}</td><td>${again.alone()}</td></tr>
<tr><th scope="row">${text.of("again.reaches")}</th><td>${receipt.reaches()}</td><td>${again.reaches()}</td></tr>
<tr><th scope="row">${text.of("again.proof")}</th><td colspan="2">${text.word("label", receipt.proof())}</td></tr>
</tbody></table></div>
<section aria-labelledby="today">
<h2 id="today">${text.of("again.today")}</h2>
<#if again.refusal()?has_content><p class="notice error">${text.of("again.refused")} <code>${again.refusal()}</code></p></#if>
<#if again.differences()?has_content><ul><#list again.differences() as one><li>${text.word("again.differs", one)}</li></#list></ul>
<#elseif !again.refusal()?has_content><p>${text.of("again.nothing")}</p></#if>
</section>
<section aria-labelledby="checks">
<h2 id="checks">${text.of("again.checks")}</h2>
<p>${text.of("again.checks.lead")}</p>
<ul><#list receipt.checks()?keys?sort as check><li>${check}: ${text.word("result", receipt.checks()[check])}</li></#list></ul>
</section>
<p><a href="${pages}/entries/${id}">${text.of("again.back")}</a></p>
</#if>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
