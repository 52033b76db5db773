"""What the worker does about mail. Jobs carry no addresses or texts: the rows of Mail are the truth.

A job only says "look whether something waits". So a job that is lost, doubled or stuck does no harm, and the look
every minute makes up for it.
"""

from procrastinate.contrib.django import app

from partners.ground.mail import sending

QUEUE = "mail"


@app.task(queue=QUEUE)
def send_waiting_mail():
    sending.send_waiting()


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE)
def look_after_mail(timestamp):
    """Once a minute; `timestamp` is the Unix time at which it was due."""
    sending.take_up_interrupted()
    sending.expire()
    sending.send_waiting()
    sending.forget()
