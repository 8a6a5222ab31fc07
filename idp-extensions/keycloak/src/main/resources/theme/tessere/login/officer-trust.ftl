<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.trust")}<#elseif section == "form">
<@o.frame here="trust"; part><#if part == "page">
<#if brokenWhy?has_content>
<p class="notice error" role="alert">${text.of("trust.broken", brokenSince, brokenFile, text.of("trust.fault." + brokenWhy))}</p>
</#if>
<#if country?has_content>
<p class="actions"><a href="${pages}/trust">${text.of("trust.all")}</a></p>
<section aria-labelledby="signers">
<h2 id="signers">${text.of("trust.of", country)}</h2>
<#list signers as one>
<div class="entry">
<p><strong>${one.subject()}</strong></p>
<p>${text.of("trust.until", one.until())}<#if one.expired()> <strong>${text.of("trust.expired")}</strong></#if></p>
<p class="small">${text.of("trust.vouching." + one.vouching())}<br>
${text.of("trust.key")} <code>${one.keyId()}</code><br>
SHA-256 <code>${one.fingerprint()}</code></p>
</div>
</#list>
</section>
<section aria-labelledby="lists">
<h2 id="lists">${text.of("trust.lists")}</h2>
<#if lists?has_content><ul>
<#list lists as one>
<li>${text.of("trust.list", one.number(), one.made(), one.age(), one.next(), one.revoked())}</li>
</#list>
</ul><#else><p>${text.of("trust.revocation.no-list")}</p></#if>
</section>
<#else>
<p class="lead">${text.of("trust.lead")}</p>
<p>${text.of("trust.since", since, looked)}<br><span class="small">${text.of("trust.version")} <code id="trust-version">${version}</code></span></p>
<section aria-labelledby="changes">
<h2 id="changes">${text.of("trust.changes")}</h2>
<#if changes?has_content><ul>
<#list changes as one>
<li>${text.of("trust.change." + one.why())} ${one.what()} <code>${one.detail()}</code></li>
</#list>
</ul><#else><p>${text.of("trust.changes.none")}</p></#if>
</section>
<section aria-labelledby="unused">
<h2 id="unused">${text.of("trust.unused", unusedCount)}</h2>
<#if unused?has_content><ul>
<#list unused as one>
<li><strong>${one.what()}</strong>: ${text.of("trust.fault." + one.why())}<br><span class="small">${one.detail()}</span></li>
</#list>
</ul><#else><p>${text.of("trust.unused.none")}</p></#if>
</section>
<section aria-labelledby="by-officers">
<h2 id="by-officers">${text.of("trust.officers")}</h2>
<#if byOfficers?has_content>
<#list byOfficers as one>
<div class="entry">
<p><code>${one.fingerprint()}</code></p>
<p class="small">${text.of("switches.since", one.since())} ${one.reason()}</p>
<#if mayAct>
<details><summary>${text.of("trust.withdraw")}</summary>
<form action="${pages}/trust/withdraw" method="post">
<@o.token/><input type="hidden" name="fingerprint" value="${one.fingerprint()}">
<@o.reason id="withdraw-" + one?index/>
<@o.urgent id="withdraw-urgent-" + one?index/>
<p class="actions"><button class="button" type="submit">${text.of("trust.withdraw")}</button></p>
</form></details>
</#if>
</div>
</#list>
<#else><p>${text.of("trust.officers.none")}</p></#if>
<#if mayAct>
<details><summary>${text.of("trust.confirm")}</summary>
<p>${text.of("trust.confirm.lead")}</p>
<form action="${pages}/trust/confirm" method="post">
<@o.token/>
<p class="field"><label for="fingerprint">${text.of("trust.fingerprint")}</label>
<input id="fingerprint" name="fingerprint" required minlength="64" maxlength="100" autocomplete="off"></p>
<@o.reason id="confirm-reason"/>
<p class="actions"><button class="button" type="submit">${text.of("trust.confirm")}</button></p>
</form></details>
</#if>
</section>
<section aria-labelledby="countries">
<h2 id="countries">${text.of("trust.countries")}</h2>
<div class="table" role="region" aria-labelledby="countries" tabindex="0"><table>
<thead><tr><th scope="col">${text.of("trust.country")}</th><th scope="col">${text.of("trust.number")}</th><th scope="col">${text.of("trust.next")}</th><th scope="col">${text.of("trust.revocation")}</th><th scope="col">${text.of("trust.age")}</th></tr></thead>
<tbody>
<#list countries as one>
<tr><th scope="row"><#if one.code()?has_content><a href="${pages}/trust?country=${one.code()?url('UTF-8')}">${one.code()}</a><#else>--</#if></th><td>${one.signers()}</td><td>${one.nextExpiry()}</td><td>${text.of("trust.revocation." + one.revocation())}</td><td>${one.age()}</td></tr>
</#list>
</tbody></table></div>
</section>
<section aria-labelledby="master">
<h2 id="master">${text.of("trust.master")}</h2>
<#if masterLists?has_content><ul>
<#list masterLists as one>
<li>${text.of("trust.master.list", one.what(), one.why(), one.detail())}</li>
</#list>
</ul><#else><p>${text.of("trust.master.none")}</p></#if>
</section>
</#if>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
