<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section = "header">
    ${msg("loginTotpTitle")}
  <#elseif section = "form">
    <ol id="kc-totp-settings" class="steps">
      <li>
        <p>${msg("loginTotpStep1")}</p>
        <p class="hint" id="kc-totp-supported-apps"><#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list></p>
      </li>
      <li>
        <#if mode?? && mode = "manual">
          <p>${msg("loginTotpManualStep2")}</p>
          <p><code id="kc-totp-secret-key">${totp.totpSecretEncoded}</code></p>
          <p class="hint">
            <span id="kc-totp-type">${msg("loginTotpType")}: ${msg("loginTotp." + totp.policy.type)}</span> ·
            <span id="kc-totp-algorithm">${msg("loginTotpAlgorithm")}: ${totp.policy.getAlgorithmKey()}</span> ·
            <span id="kc-totp-digits">${msg("loginTotpDigits")}: ${totp.policy.digits}</span> ·
            <#if totp.policy.type = "totp">
              <span id="kc-totp-period">${msg("loginTotpInterval")}: ${totp.policy.period}</span>
            <#else>
              <span id="kc-totp-counter">${msg("loginTotpCounter")}: ${totp.policy.initialCounter}</span>
            </#if>
          </p>
          <p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p>
        <#else>
          <p>${msg("loginTotpStep2")}</p>
          <img id="kc-totp-secret-qr-code" width="200" height="200" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("nagaTotpPicture")}">
          <p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p>
        </#if>
      </li>
      <li>
        <p>${msg("loginTotpStep3")}</p>
        <form action="${url.loginAction}" class="form" id="kc-totp-settings-form" method="post" novalidate>
          <@field.input name="totp" label=msg("authenticatorCode") autocomplete="one-time-code" required=true />
          <@field.input name="userLabel" label=msg("loginTotpDeviceName") required=(totp.otpCredentials?size gte 1) />
          <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
          <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
          <#if isAppInitiatedAction??><@passwordCommons.logoutOtherSessions /></#if>
          <@buttons.actionGroup>
            <@buttons.button id="saveTOTPBtn" label="nagaTotpSave" name="login" />
            <#if isAppInitiatedAction??>
              <@buttons.button id="cancelTOTPBtn" label="doCancel" name="cancel-aia" type="secondary" value="true" />
            </#if>
          </@buttons.actionGroup>
        </form>
      </li>
    </ol>
  </#if>
</@layout.registrationLayout>
