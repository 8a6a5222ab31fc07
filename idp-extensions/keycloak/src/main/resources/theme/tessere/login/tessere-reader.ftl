<#-- The way to the reader program of this machine, and what to do where there is none. -->
<#macro here link address>
  <p>${msg("thisDeviceText")}</p>
  <p><a class="button" id="reader" href="${link}">${msg("thisDeviceButton")}</a></p>
  <details id="no-reader">
    <summary>${msg("noReaderTitle")}</summary>
    <ul class="spaced">
      <li>${msg("noReaderInstall")}</li>
      <li>${msg("noReaderStart")}</li>
      <li>${msg("noReaderOther")}</li>
    </ul>
    <p>${msg("addressText")} <code id="address">${address}</code></p>
  </details>
</#macro>
