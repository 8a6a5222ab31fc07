<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.entries")}<#elseif section == "form">
<@o.frame here="entries"; part><#if part == "page">
<p class="lead">${text.of("entries.lead")}</p>
<section aria-labelledby="search">
<h2 id="search">${text.of("entries.search")}</h2>
<#-- what was found is what somebody wants to see first, and not eleven fields again -->
<#assign again = lines?has_content && (services?? || fields?values?filter(value -> value?has_content)?has_content)>
<#if again><details><summary>${text.of("entries.search.again")}</summary></#if>
<form action="${pages}/entries" method="get">
<#list ["from", "to"] as name>
<p class="field"><label for="${name}">${text.of("entries." + name)}</label>
<input id="${name}" name="${name}" maxlength="16" autocomplete="off" aria-describedby="${name}-hint" value="${fields[name]!""}">
<span class="small" id="${name}-hint">${text.of("entries.time.hint")}</span></p>
</#list>
<#list names as name>
<p class="field"><label for="${name}">${text.of("entries." + name)}</label>
<input id="${name}" name="${name}" maxlength="500" autocomplete="off" value="${fields[name]!""}"></p>
</#list>
<p class="actions"><button class="button" type="submit">${text.of("entries.search.button")}</button></p>
</form>
<#if again></details></#if>
</section>
<section aria-labelledby="found">
<h2 id="found">${text.of("entries.found", lines?size)}</h2>
<#if since?has_content><p>${text.of("entries.since", since)}</p></#if>
<#if older?has_content><p class="small">${text.of("entries.page", most)}</p>
<#elseif lines?size == most><p class="small">${text.of("entries.most", most)}</p></#if>
<#if lines?has_content>
<div class="table" role="region" aria-labelledby="found" tabindex="0"><table>
<thead><tr><th scope="col">${text.of("history.at")}</th><th scope="col">${text.of("entries.column.kind")}</th><th scope="col">${text.of("entries.column.outcome")}</th><th scope="col">${text.of("entries.client")}</th><th scope="col">${text.of("entries.column.level")}</th><th scope="col">${text.of("entries.column.entry")}</th></tr></thead>
<tbody>
<#list lines as line>
<tr><td>${line.at()}</td><td>${line.kind()}</td><td>${line.outcome()}</td><td>${line.client()}</td><td>${line.level()}</td><td><a href="${pages}/entries/${line.id()}"><code>${line.id()}</code></a></td></tr>
</#list>
</tbody></table></div>
<#else><p>${text.of("entries.none")}</p></#if>
<#if older?has_content || newest?has_content>
<p class="actions">
<#if older?has_content><a class="button quiet" id="older" rel="next" href="${pages}/entries${older}">${text.of("entries.older")}</a></#if>
<#if newest?has_content><a class="button quiet" id="newest" href="${pages}/entries${newest}">${text.of("entries.newest")}</a></#if>
</p>
</#if>
</section>
<#if services??>
<section aria-labelledby="services">
<h2 id="services">${text.of("entries.services")}</h2>
<p>${text.of("entries.services.lead")}</p>
<#if followed?has_content><p class="small">${text.of("entries.services.followed", followed)}</p></#if>
<#if services?has_content>
<#list services as one>
<h3>${one.client()}</h3>
<ul><#list one.transactions() as transaction><li><code>${transaction}</code></li></#list></ul>
</#list>
<#else><p>${text.of("entries.none")}</p></#if>
</section>
</#if>
<#if fields?has_content>
<section aria-labelledby="take">
<h2 id="take">${text.of("entries.take")}</h2>
<p>${text.of("entries.take.lead")}</p>
<form action="${pages}/entries/export" method="post">
<@o.token/>
<#list names + ["from", "to"] as name><input type="hidden" name="${name}" value="${fields[name]!""}"></#list>
<fieldset><legend>${text.of("entries.take.format")}</legend>
<p class="choice"><input id="csv" type="radio" name="format" value="csv" checked> <label for="csv">${text.of("entries.take.csv")}</label></p>
<p class="choice"><input id="jsonl" type="radio" name="format" value="jsonl"> <label for="jsonl">${text.of("entries.take.jsonl")}</label></p>
</fieldset>
<@o.reason id="take-reason"/>
<p class="actions"><button class="button" type="submit">${text.of("entries.take.button")}</button></p>
</form>
</section>
</#if>
<#if mayAct>
<section aria-labelledby="join">
<h2 id="join">${text.of("entries.join")}</h2>
<p>${text.of("entries.join.lead")}</p>
<form action="${pages}/entries/document" method="post">
<@o.token/><@o.document id="join"/><@o.reason id="join-reason"/>
<p class="actions"><button class="button" type="submit">${text.of("entries.join.button")}</button></p>
</form>
</section>
</#if>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
