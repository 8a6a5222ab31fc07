<#import "template.ftl" as layout>
<#import "agent-frame.ftl" as a>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("compare.title")}<#elseif section == "form">
<@a.wrongs/>
<p class="lead">${text.of("compare.lead", minutes)}</p>
<#if specimen><p class="notice warning">${text.of("compare.specimen")}</p></#if>
<dl class="table" id="chip">
  <dt>${text.of("compare.document")}</dt><dd>${text.of("kind." + kind)}, ${state}</dd>
  <dt>${text.of("compare.family")}</dt><dd>${familyName}</dd>
  <#if givenNames?has_content><dt>${text.of("compare.given")}</dt><dd>${givenNames}</dd></#if>
  <dt>${text.of("compare.birth")}</dt><dd>${birthDate}</dd>
</dl>
<section class="box" aria-labelledby="yes">
  <h2 id="yes">${text.of("confirm.title")}</h2>
  <form id="confirm" action="${pages}/cases/${number}/confirm" method="post">
    <@a.token/>
    <fieldset><legend>${text.of("confirm.legend")}</legend>
    <#list checks as check><p class="choice"><input id="check-${check}" name="${check}" type="checkbox" value="yes"> <label for="check-${check}">${text.of("check." + check)}</label></p></#list>
    </fieldset>
    <button type="submit">${text.of("confirm.button")}</button>
  </form>
</section>
<section class="box" aria-labelledby="no">
  <h2 id="no">${text.of("refuse.title")}</h2>
  <form id="refuse" action="${pages}/cases/${number}/refuse" method="post">
    <@a.token/>
    <fieldset><legend>${text.of("refuse.legend")}</legend>
    <#list causes as cause><p class="choice"><input id="cause-${cause}" name="cause" type="radio" value="${cause}"> <label for="cause-${cause}">${text.of("cause." + cause)}</label></p></#list>
    </fieldset>
    <button class="button quiet" type="submit">${text.of("refuse.button")}</button>
  </form>
</section>
<p class="actions"><a class="button plain" href="${pages}">${text.of("compare.back")}</a></p>
</#if>
</@layout.registrationLayout>
