from django.apps import AppConfig


class Components(AppConfig):
    name = "greenall.web.components"
    label = "components"
