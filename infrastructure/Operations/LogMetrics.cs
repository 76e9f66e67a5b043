using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Logs;
using Constructs;
using MovieRec.Api;

namespace MovieRec.Infrastructure.Operations;

/// <summary>Metrics counted from lines of the functions' logs.</summary>
internal sealed class LogMetrics : Construct
{
    public LogMetrics(Construct scope, IReadOnlyDictionary<FunctionName, LogGroup> logs)
        : base(scope, "LogMetrics")
    {
        EmptyCatalogues =
            Count("EmptyCatalogues", "$.event", "CatalogueEmpty", [logs[FunctionName.MovieRec], logs[FunctionName.MediaCache]]);
        RefusedMails =
            Count("RefusedMails", "$.error", nameof(Api.Outcomes.FailureCode.LimitExceededException), [logs[FunctionName.Signup]]);
    }

    /// <summary>Count of catalogues that functions read without titles.</summary>
    public IMetric EmptyCatalogues { get; }

    /// <summary>Count of sign-ups and codes that Cognito refused, since it sends no more mail today.</summary>
    public IMetric RefusedMails { get; }

    private Metric Count(string name, string field, string value, LogGroup[] logs)
    {
        // Another stack of the account has numbers of its own.
        var space = $"MovieRec/{Stack.Of(this).StackName}";
        foreach (var (i, log) in logs.Index())
        {
            _ = new MetricFilter(this, $"{name}{i}", new MetricFilterProps
            {
                LogGroup = log,
                FilterPattern = FilterPattern.StringValue(field, "=", value),
                MetricNamespace = space,
                MetricName = name,
                MetricValue = "1",
            });
        }

        return new Metric(new MetricProps { Namespace = space, MetricName = name, Statistic = "Sum", Period = Metrics.Period });
    }
}
