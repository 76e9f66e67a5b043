using Amazon.CDK.AWS.CloudWatch;
using MovieRec.Api;
using MovieRec.Infrastructure.Functions;
using MovieRec.Infrastructure.Refresh;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Operations;

/// <summary>Metrics of the resources that alarms and dashboard watch.</summary>
internal sealed class MonitoredResources(
    string apiName, IReadOnlyCollection<ApiFunction> functions, IReadOnlyCollection<RefreshSchedule> schedules, StackSettings settings,
    LogMetrics logs)
{
    private readonly string[] _tables = [.. Enum.GetValues<Table>().Select(table => settings.TableNames[table])];

    public Metric Requests { get; } = Metrics.Api(apiName, "Count", "Sum");

    public Metric ClientErrorRate { get; } = Metrics.Api(apiName, "4XXError", "Average");

    /// <summary>Share of the requests, from 0 to 1: the average of a metric that is 0 or 1 per request.</summary>
    public Metric ServerErrorRate { get; } = Metrics.Api(apiName, "5XXError", "Average");

    public Metric MedianLatency { get; } = Metrics.Api(apiName, "Latency", "p50");

    public Metric SlowestPercent { get; } = Metrics.Api(apiName, "Latency", "p99");

    public MathExpression FunctionErrors => Metrics.Total("Function errors", EachFunction("Errors"));

    public MathExpression FunctionThrottles => Metrics.Total("Function throttles", EachFunction("Throttles"));

    public MathExpression TableThrottles => Metrics.Total(
        "Table throttles",
        _tables.SelectMany(table => new[] { Metrics.Table(table, "ReadThrottleEvents"), Metrics.Table(table, "WriteThrottleEvents") }));

    /// <summary>
    /// Failed refreshes: counted in the function's log (route <c>schedule</c>), dropped by Lambda, or not delivered to it.
    /// </summary>
    public MathExpression RefreshFailures => Metrics.Total("Refresh failures",
    [
        Metrics.Own(Schedule.Refresh.Function, "schedule", "errors"),
        .. functions.Where(function => function.Name == Schedule.Refresh.Function)
            .Select(function => Metrics.Function(function.FunctionName, "AsyncEventsDropped")),
        .. schedules.Select(schedule => Metrics.Rule(schedule.RuleName, "FailedInvocations")),
    ]);

    public IMetric EmptyCatalogues => logs.EmptyCatalogues;

    public IMetric RefusedMails => logs.RefusedMails;

    public IMetric[] EachFunction(string metric, string statistic = "Sum") =>
        [.. functions.Select(
            function =>
                Metrics.Function(function.FunctionName, metric, statistic).With(new MetricOptions { Label = function.Name.ToString() }))];

    public IMetric[] EachTable(string metric) =>
        [.. _tables.Select(table => Metrics.Table(table, metric).With(new MetricOptions { Label = table }))];
}
