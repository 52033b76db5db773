"""What the collaboration yields and costs."""
