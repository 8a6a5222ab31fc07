<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("receipt.title")}<#elseif section == "form">
<#if signIn??>
<p class="lead">${text.of("receipt.lead", signIn.service(), signIn.at())}</p>
<dl class="table">
  <dt>${text.of("receipt.level")}</dt><dd><#if signIn.level()?has_content>${msg("level." + signIn.level())}<#else>${text.of("identity.history.before")}</#if></dd>
  <#if signIn.document()?has_content><dt>${text.of("receipt.document")}</dt><dd>${text.of("identity.kind." + signIn.document()?keep_before(" "))}, ${signIn.document()?keep_after(" ")}</dd></#if>
  <#if receipt??><dt>${text.of("receipt.state")}</dt><dd>${state}</dd></#if>
</dl>
<#if receipt??>
<section class="box" aria-labelledby="why">
  <h2 id="why">${text.of("receipt.why")}</h2>
  <p>${text.word("receipt.proof", receipt.proof())}</p>
  <p>${text.of("receipt.reaches", msg("level." + receipt.alone()), msg("level." + receipt.reached()))}</p>
  <#if signIn.compared()><p id="compared">${text.of("receipt.compared", msg("level." + signIn.level()))}</p></#if>
</section>
<section class="box" aria-labelledby="checks">
  <h2 id="checks">${text.of("receipt.checks")}</h2>
  <ul><#list receipt.checks()?keys?sort as check><li>${text.word("receipt.check", check)} <strong>${text.word("receipt.result", receipt.checks()[check])}</strong></li></#list></ul>
  <#list receipt.weaknesses() as weakness><p>${text.of("receipt.reserve", text.word("receipt.weakness", weakness))}</p></#list>
</section>
<section class="box" aria-labelledby="numbers">
  <h2 id="numbers">${text.of("receipt.numbers")}</h2>
  <p>${text.of("receipt.numbers.text")}</p>
  <dl class="table">
    <dt>${text.of("receipt.number")}</dt><dd><code>${receipt.number()}</code></dd>
    <#list receipt.transactions() as transaction><dt>${text.of("receipt.transaction")}</dt><dd><code>${transaction}</code></dd></#list>
  </dl>
  <p id="included">${text.of(receipt.included()?then("receipt.included", "receipt.not-included"))}</p>
</section>
<#else><p>${text.of("receipt.none")}</p></#if>
<#else><p class="lead">${text.of("receipt.unknown")}</p></#if>
<p class="actions"><a class="button quiet" href="${pages}">${text.of("identity.title")}</a></p>
</#if>
</@layout.registrationLayout>
