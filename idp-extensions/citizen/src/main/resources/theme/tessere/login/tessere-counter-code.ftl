<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("counter.title")}<#elseif section == "form">
<p class="lead">${text.of("counter.lead")}</p>
<p><span id="code-label">${text.of("counter.code")}</span> <strong class="code" id="counter-code" aria-labelledby="code-label counter-code">${code}</strong></p>
<p>${text.of("counter.once", minutes)}</p>
<ol class="spaced"><li>${text.of("counter.go")}</li><li>${text.of("counter.show")}</li><li>${text.of("counter.wait")}</li></ol>
<p class="notice warning">${text.of("counter.warning")}</p>
<p class="actions"><a class="button" href="${pages}">${text.of("identity.title")}</a></p>
</#if>
</@layout.registrationLayout>
