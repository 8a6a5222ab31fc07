<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("start.title")}<#elseif section == "form">
<@o.frame here="start"; part><#if part == "page">
<p class="lead">${text.of("start.lead")}</p>
<ul>
  <li>${text.of("start.overview")}</li>
  <li>${text.of("start.alerts")}</li>
  <li>${text.of("start.proposals")}</li>
  <li>${text.of("start.switches")}</li>
  <li>${text.of("start.documents")}</li>
  <li>${text.of("start.import")}</li>
  <li>${text.of("start.trust")}</li>
</ul>
<#if !mayAct><p class="notice info">${text.of("start.auditor")}</p></#if>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
