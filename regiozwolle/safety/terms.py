"""How long things last: links in mails, and what is kept of people."""

# How many days each link in a mail works. That of a table counts from the end of its evening.
LINK_DAYS = {
    "answers": 365,
    "check": 90,
    "confirm_follow": 3,
    "figures": 60,
    "following": 365,
    "invitation": 180,
    "no_figures": 365,
    "no_reminder": 365,
    "package": 180,
    "registration": 365,
    "table": 7,
    "weekly": 365,
}
# How many days is kept what holds something of a person: the setting with which the owner chooses, and what it is
# otherwise. `manage.py retain` lets go of it; what is kept for thirty days only stands with the code that keeps it.
KEEP_DAYS = {
    # A line of the security log, and the address on the internet in it, which then becomes that of a network.
    "security": ("KEEP_SECURITY_LOG", 180),
    "security_address": ("KEEP_NETWORK_ADDRESS", 14),
    # A draft that was never sent, after its consultation closed.
    "draft": ("KEEP_DRAFT", 90),
    # An account that was switched off or whose last mandate ended, since then and since it last signed in.
    "account": ("KEEP_UNUSED_ACCOUNT", 365),
    # Who came to a meeting, since its day. How many came for whom stays.
    "registration": ("KEEP_REGISTRATION", 90),
    # Who wrote a letter, after the last year of the agenda that it is about.
    "writer": ("KEEP_WRITER", 365),
    # An address without an account that followed things, after it stopped all mails about them.
    "follower": ("KEEP_STOPPED_FOLLOWER", 30),
}
# What the page on privacy calls them.
IN_WORDS = {
    "draft": "Een concept dat u niet verstuurde, na het sluiten van de consultatie",
    "account": "Uw account, na de laatste keer inloggen en het einde van uw functie",
    "registration": "Wie zich aanmeldde voor een bijeenkomst, na de dag ervan",
    "writer": "Wie een reactie schreef, na het laatste jaar van de agenda waarover die ging",
    "follower": "Uw adres zonder account, nadat u stopte met mails over wat u volgde",
    "security": "Een regel van het beveiligingslogboek",
}
