using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;
using MovieRec.Api;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Functions;

/// <summary>Makes the logs: each is a resource of the stack with a retention, so that none is made by AWS and kept for ever.</summary>
internal static class FunctionLogs
{
    /// <summary>The log of a function, under the name that Lambda would have given it.</summary>
    public static LogGroup Create(Construct scope, FunctionName function, StackSettings settings) =>
        Create(scope, $"{function}Log", $"/aws/lambda/{GetName(scope, function)}", settings);

    public static LogGroup Create(Construct scope, string id, string name, StackSettings settings)
    {
        var log = new LogGroup(scope, id, new LogGroupProps
        {
            LogGroupName = name,
            // They go with the stack: retained, their names would stop it from being deployed again, and they end by themselves anyway.
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        // The construct takes words such as TWO_WEEKS, whose values in C# are not days.
        ((CfnLogGroup)log.Node.DefaultChild!).RetentionInDays = settings.LogRetentionDays;
        return log;
    }

    /// <summary>The function's name in the account, such as <c>MovieRec-FavouritesFunction</c>.</summary>
    public static string GetName(Construct scope, FunctionName function) => $"{Stack.Of(scope).StackName}-{function}Function";
}
