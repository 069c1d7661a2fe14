from django.apps import AppConfig


class Front(AppConfig):
    name = "greenall.web.front"
    label = "front"
