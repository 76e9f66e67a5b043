using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using Constructs;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Operations;

/// <summary>Alarms of the service.</summary>
/// <remarks>Without a topic they notify no operator, but still appear on the dashboard and in the console.</remarks>
internal sealed class Alarms : Construct
{
    private readonly List<Alarm> _all = [];
    private readonly IAlarmAction? _action;

    public Alarms(Construct scope, StackSettings settings, MonitoredResources watched)
        : base(scope, "Alarms")
    {
        if (settings.AlarmTopicArn is { } topic)
            _action = new SnsAction(Topic.FromTopicArn(this, "Topic", topic));

        Add("ServerErrors", watched.ServerErrorRate, 0.01,
            "More than 1 % of the requests are answered 5xx: start with the access log, status >= 500.");
        Add("Latency", watched.SlowestPercent, 3000,
            "One request in a hundred takes more than 3 s: see which function, and whether starts are cold.");
        Add("FunctionErrors", watched.FunctionErrors, 0,
            "A function threw, ran out of time or could not start; its log has the line 'The invocation failed' or 'cannot start'.");
        Add("Throttles", watched.FunctionThrottles, 0, "Lambda refused to run functions: the account's concurrency is used up.");
        Add("DynamoDbThrottles", watched.TableThrottles, 0,
            "DynamoDB refused reads or writes, which the stores try again: one partition is hot, or a table has fixed capacity.");
        // A single failure counts: the next refresh is half a day away.
        Add("RefreshFailures", watched.RefreshFailures, 0,
            "The catalogue was not refreshed; the one before stays in force. The media function's log says why, route 'schedule'.",
            periods: 1);
        Add("EmptyCatalogue", watched.EmptyCatalogues, 0,
            "The service answers without titles: fill it with ./movierec publish --catalogue data, or by a first refresh.", periods: 1);
        Add("MailLimit", watched.RefusedMails, 0,
            "Cognito sends no more mail (50 a day by itself): newcomers get no code. Give the pool a sender of SES (sesFromArn).",
            periods: 1);
    }

    public IReadOnlyList<Alarm> All => _all;

    /// <summary>Adds an alarm above the threshold, in two of three periods unless one is enough.</summary>
    private void Add(string id, IMetric metric, double threshold, string description, int periods = 3)
    {
        var alarm = new Alarm(this, id, new AlarmProps
        {
            AlarmDescription = description,
            Metric = metric,
            Threshold = threshold,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            EvaluationPeriods = periods,
            DatapointsToAlarm = periods == 1 ? 1 : 2,
            // Without requests there is no data, and that is not an error.
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        if (_action is not null)
        {
            alarm.AddAlarmAction(_action);
            alarm.AddOkAction(_action);
        }

        _all.Add(alarm);
    }
}
