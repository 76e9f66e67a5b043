using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace MovieRec.Infrastructure.Refresh;

/// <summary>Calls a function at the hours of its <see cref="Api.Schedule"/>.</summary>
internal sealed class RefreshSchedule : Rule
{
    /// <summary>Retries of a failed refresh, never so late that they overlap with the next one.</summary>
    private const int Retries = 2;

    public RefreshSchedule(Construct scope, Api.Schedule schedule, Function function)
        : base(scope, $"{schedule.Function}Schedule", new RuleProps
        {
            Description = $"Calls {schedule.Function}Function to refresh what it serves",
            Schedule = Amazon.CDK.AWS.Events.Schedule.Cron(new CronOptions { Minute = "0", Hour = string.Join(',', schedule.Hours) }),
        })
    {
        var maxAge = Duration.Hours(2);
        // The first covers events that do not reach the function, the second invocations that fail in it.
        AddTarget(new LambdaFunction(function, new LambdaFunctionProps { RetryAttempts = Retries, MaxEventAge = maxAge }));
        function.ConfigureAsyncInvoke(new EventInvokeConfigOptions { RetryAttempts = Retries, MaxEventAge = maxAge });
    }
}
