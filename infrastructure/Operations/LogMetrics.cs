using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Logs;
using Constructs;
using MovieRec.Api;

namespace MovieRec.Infrastructure.Operations;

/// <summary>Metrics that count lines of the functions' logs.</summary>
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

    /// <summary>Number of times that a function read a catalogue without titles.</summary>
    public IMetric EmptyCatalogues { get; }

    /// <summary>Number of sign-ups and codes that Cognito rejected because its mail limit for the day is reached.</summary>
    public IMetric RefusedMails { get; }

    private Metric Count(string name, string field, string value, LogGroup[] logs)
    {
        // Each stack of the account has metrics of its own.
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
