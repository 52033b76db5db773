"""What a body can still do and until when: consultations and dossiers laid over its own calendar."""
