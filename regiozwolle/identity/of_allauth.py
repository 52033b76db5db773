"""The settings of allauth: signing in by a mailed code or elsewhere, and the second step, as on every machine."""

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "consultation:my_letters"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "regiozwolle.accounts.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600  # seconds
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8}
ACCOUNT_FORMS = {
    "login": "regiozwolle.accounts.AddressForm",
    "confirm_login_code": "regiozwolle.accounts.CodeForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none"  # the code itself proves the address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
# allauth would count in the memory of each process; `partners.ground.limits` counts in the database.
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "regiozwolle.identity.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1  # codes of half a minute, before and after
MFA_RECOVERY_CODE_DIGITS = 12
MFA_RATE_LIMITS = False  # as ACCOUNT_RATE_LIMITS
SOCIALACCOUNT_ADAPTER = "regiozwolle.identity.elsewhere.FromElsewhere"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5  # seconds
