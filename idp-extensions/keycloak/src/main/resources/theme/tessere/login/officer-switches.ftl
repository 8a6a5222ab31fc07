<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.switches")}<#elseif section == "form">
<@o.frame here="switches"; part><#if part == "page">
<p class="lead">${text.of("switches.lead")}</p>
<section aria-labelledby="set">
<h2 id="set">${text.of("switches.now")}</h2>
<#if switches?has_content>
<#list switches as one>
<div class="entry">
<p><strong>${text.of("kind." + one.kind())}</strong> <code class="switch">${one.kind()} ${one.value()}</code></p>
<p class="small">${text.of("switches.since", one.since())} ${one.reason()}</p>
<#if mayAct>
<details><summary>${text.of("switches.lift")}</summary>
<form action="${pages}/switches/lift" method="post">
<@o.token/><input type="hidden" name="kind" value="${one.kind()}"><input type="hidden" name="value" value="${one.value()}">
<@o.reason id="lift-" + one?index/>
<p class="actions"><button class="button" type="submit">${text.of("switches.lift")}</button></p>
</form></details>
</#if>
</div>
</#list>
<#else><p>${text.of("switches.none")}</p></#if>
</section>
<#if mayAct>
<section aria-labelledby="new">
<h2 id="new">${text.of("switches.new")}</h2>
<form action="${pages}/switches/set" method="post">
<@o.token/>
<p class="field"><label for="kind">${text.of("switches.kind")}</label>
<select id="kind" name="kind" required><#list kinds as kind><option value="${kind}">${text.of("kind." + kind)}</option></#list></select></p>
<p class="field"><label for="value">${text.of("switches.value")}</label>
<input id="value" name="value" required maxlength="200" autocomplete="off" aria-describedby="value-hint">
<span class="small" id="value-hint">${text.of("switches.value.hint")}</span></p>
<@o.reason id="set-reason"/>
<@o.urgent id="set-urgent"/>
<p class="actions"><button class="button" type="submit">${text.of("switches.set")}</button></p>
</form>
</section>
</#if>
<@o.history acts/>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
