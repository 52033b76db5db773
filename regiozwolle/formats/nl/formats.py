"""As the site writes them: 12 januari 2023, 20.41 uur."""

TIME_FORMAT = r"H.i \u\u\r"
DATETIME_FORMAT = rf"j F Y, {TIME_FORMAT}"
SHORT_DATETIME_FORMAT = rf"j-n-Y, {TIME_FORMAT}"
