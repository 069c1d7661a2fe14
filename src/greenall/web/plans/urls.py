from django.urls import path

from greenall.web.plans import views

urlpatterns = [
    path("", views.plan_list, name="plans"),
    path("new/", views.new, name="plan-new"),
    path("compare/", views.compare, name="plan-compare"),
    path("examples/<str:name>/", views.example, name="plan-example"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/progress/", views.progress, name="plan-progress"),
    path("<int:pk>/again/", views.again, name="plan-again"),
    path("<int:pk>/rows/<str:row_id>/", views.row, name="plan-row"),
    path("<int:pk>/figures/", views.figures, name="plan-figures"),
    path("<int:pk>/findings/", views.findings, name="plan-findings"),
    path("<int:pk>/download/<str:kind>/", views.download, name="plan-download"),
    path("<int:pk>/review/", views.review, name="plan-review"),
    path("<int:pk>/delete/", views.delete, name="plan-delete"),
]
