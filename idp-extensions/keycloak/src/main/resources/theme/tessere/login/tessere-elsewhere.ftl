<#import "template.ftl" as layout>
<#import "tessere-reader.ftl" as reader>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("elsewhereTitle")}<#elseif section == "form">
<p class="notice warning" id="scam">${msg("scamWarning")}</p>
<dl class="table">
  <dt>${msg("elsewhereService")}</dt><dd id="service">${asked.service()}</dd>
  <dt>${msg("elsewhereAsks")}</dt><dd><#if asked.claims()?has_content><ul><#list asked.claims() as claim><li>${claim}</li></#list></ul><#else>${msg("elsewhereAsksNothing")}</#if></dd>
  <dt>${msg("readingLevel")}</dt><dd>${msg("level." + asked.level())}</dd>
  <dt>${msg("elsewhereCode")}</dt><dd class="code" id="code">${asked.comparisonCode()}</dd>
</dl>
<p>${msg("elsewhereCompare")} ${msg("readingMinutes", asked.minutes())}</p>
<section class="box" aria-labelledby="read-here">
  <h2 id="read-here">${msg("elsewhereReadTitle")}</h2>
  <p>${msg("elsewhereReadText")}</p>
  <@reader.here link=asked.readerLink() address=asked.address()/>
</section>
<#if asked.move()?has_content>
<section class="box" aria-labelledby="go-on-here">
  <h2 id="go-on-here">${msg("elsewhereMoveTitle")}</h2>
  <p>${msg("elsewhereMoveText", asked.service())}</p>
  <form action="${asked.move()}" method="post">
    <button class="button quiet" type="submit">${msg("elsewhereMoveButton", asked.service())}</button>
  </form>
</section>
</#if>
</#if>
</@layout.registrationLayout>
