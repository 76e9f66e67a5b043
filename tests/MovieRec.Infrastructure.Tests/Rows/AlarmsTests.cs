using System.Text.Json;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Alarms and the dashboard, which exist with or without a topic.</summary>
public sealed class AlarmsTests(Stacks stacks)
{
    [Theory]
    [InlineData("ServerErrors", "5XXError", 1)]
    [InlineData("Latency", "Latency", 1)]
    [InlineData("FunctionErrors", "Errors", 8)]
    [InlineData("Throttles", "Throttles", 8)]
    [InlineData("DynamoDbThrottles", "ReadThrottleEvents,WriteThrottleEvents", 8)]
    [InlineData("RefreshFailures", "errors,AsyncEventsDropped,FailedInvocations", 3)]
    [InlineData("EmptyCatalogue", "EmptyCatalogues", 1)]
    [InlineData("MailLimit", "RefusedMails", 1)]
    public void Alarm_OfTheList_WatchesItsMetrics(string name, string metrics, int count)
    {
        var alarm = Alarm(stacks.Default, name);
        string[] watched = alarm["Metrics"] is { } terms
            ? [.. terms.AsArray().Where(term => term!["MetricStat"] is not null)
                .Select(term => Template.Plain(term!["MetricStat"]!["Metric"]!["MetricName"]))]
            : [alarm.Text("MetricName")];
        watched.Distinct().ShouldBe(metrics.Split(','));
        watched.Length.ShouldBe(count);
        alarm.Text("TreatMissingData").ShouldBe("notBreaching");
        alarm.Text("AlarmDescription").ShouldNotBeEmpty();
    }

    [Fact]
    public void Alarms_WithoutATopic_TellNobody() =>
        stacks.Default.GetResources("AWS::CloudWatch::Alarm").ShouldAllBe(alarm => alarm["AlarmActions"] == null);

    [Fact]
    public void Alarms_WithATopic_TellIt()
    {
        foreach (var alarm in stacks.Full.GetResources("AWS::CloudWatch::Alarm"))
        {
            Template.Texts(alarm["AlarmActions"]).ShouldBe(["arn:aws:sns:eu-west-1:111122223333:movierec-alarms"]);
            Template.Texts(alarm["OKActions"]).ShouldBe(Template.Texts(alarm["AlarmActions"]));
        }
    }

    [Fact]
    public void Alarm_OfRefreshes_ReadsTheMetricOfTheFunctionsLog()
    {
        var own = Alarm(stacks.Default, "RefreshFailures")["Metrics"]!.AsArray().Select(term => term!["MetricStat"]?["Metric"])
            .Single(metric => Template.Plain(metric?["Namespace"]) == Lambda.Logging.InvocationLine.Namespace)!;
        own["Dimensions"]!.AsArray().Select(dimension => (Template.Plain(dimension!["Name"]), Template.Plain(dimension["Value"])))
            .ShouldBe([("function", "MediaCache"), ("route", "schedule")]);
    }

    [Fact]
    public void Metrics_OfTheLogs_CountLinesThatTheFunctionsWrite()
    {
        string[] patterns = [.. stacks.Default.GetResources("AWS::Logs::MetricFilter").Select(filter =>
            $"{Template.Plain(filter["FilterPattern"])} -> {Template.Plain(filter["MetricTransformations"]![0]!["MetricName"])}")];
        patterns.ShouldBe(
            [
                """{ $.event = "CatalogueEmpty" } -> EmptyCatalogues""", """{ $.event = "CatalogueEmpty" } -> EmptyCatalogues""",
                """{ $.error = "LimitExceededException" } -> RefusedMails""",
            ],
            ignoreOrder: true);
        stacks.Default.GetResources("AWS::Logs::MetricFilter")
            .ShouldAllBe(filter => Template.Plain(filter["MetricTransformations"]![0]!["MetricNamespace"]) == "MovieRec/MovieRec");
    }

    [Fact]
    public void Dashboard_IsOneAndShowsEveryAlarm()
    {
        var body = Template.Plain(stacks.Default.Single("AWS::CloudWatch::Dashboard")["DashboardBody"]);
        using var widgets = JsonDocument.Parse(body);
        widgets.RootElement.GetProperty("widgets").GetArrayLength().ShouldBe(10);
        foreach (var alarm in stacks.Default.GetResources("AWS::CloudWatch::Alarm"))
            body.ShouldContain($"${{{alarm.Id}.Arn}}");
    }

    private static Resource Alarm(Template template, string name) =>
        template.GetResources("AWS::CloudWatch::Alarm").Single(alarm => alarm.Id.StartsWith($"Alarms{name}", StringComparison.Ordinal));
}
