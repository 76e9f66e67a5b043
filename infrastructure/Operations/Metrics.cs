using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using MovieRec.Api;

namespace MovieRec.Infrastructure.Operations;

/// <summary>Metrics that alarms and dashboard share, over periods of five minutes.</summary>
internal static class Metrics
{
    public static Duration Period { get; } = Duration.Minutes(5);

    public static Metric Api(string apiName, string metric, string statistic) =>
        Create("AWS/ApiGateway", metric, statistic, ("ApiName", apiName), ("Stage", ApiContract.Stage));

    public static Metric Function(string functionName, string metric, string statistic = "Sum") =>
        Create("AWS/Lambda", metric, statistic, ("FunctionName", functionName));

    /// <summary>Returns a metric that the functions write into their logs, as <c>InvocationLine</c> does.</summary>
    public static Metric Own(FunctionName function, string route, string metric) =>
        Create("MovieRec", metric, "Sum", ("function", function.ToString()), ("route", route));

    public static Metric Table(string tableName, string metric) => Create("AWS/DynamoDB", metric, "Sum", ("TableName", tableName));

    public static Metric Rule(string ruleName, string metric) => Create("AWS/Events", metric, "Sum", ("RuleName", ruleName));

    /// <summary>Returns the sum of metrics, of which some may have no data because nothing happened.</summary>
    /// <param name="name">Label in a graph. Its terms are numbered after it, since a graph may hold several totals.</param>
    /// <param name="metrics">At most ten, the limit of an alarm.</param>
    public static MathExpression Total(string name, IEnumerable<IMetric> metrics)
    {
        var prefix = char.ToLowerInvariant(name[0]) + name[1..].Replace(" ", "", StringComparison.Ordinal);
        var byName = metrics.Select((metric, i) => (Name: $"{prefix}{i}", metric))
            .ToDictionary(entry => entry.Name, entry => entry.metric, StringComparer.Ordinal);
        return new MathExpression(new MathExpressionProps
        {
            Expression = string.Join('+', byName.Keys.Select(term => $"FILL({term},0)")),
            UsingMetrics = byName,
            Label = name,
            Period = Period,
        });
    }

    private static Metric Create(string space, string metric, string statistic, params (string Name, string Value)[] dimensions) =>
        new(new MetricProps
        {
            Namespace = space,
            MetricName = metric,
            Statistic = statistic,
            Period = Period,
            DimensionsMap = dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Value, StringComparer.Ordinal),
        });
}
