using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;
using MovieRec.Api;
using MovieRec.Aws;
using MovieRec.Aws.UserPool;
using MovieRec.Infrastructure.Functions;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Permissions;

/// <summary>
/// What functions may do: the union of what their rows in <c>Routes.cs</c> and <c>Schedule.cs</c> say, on exact resources. No managed
/// policy, no action with a star, and one resource with a star, X-Ray's.
/// </summary>
internal sealed class Grants(Stack stack, StackSettings settings, IUserPool pool, ImportedTables tables)
{
    /// <param name="functions">Whose rows count.</param>
    /// <param name="logs">The ARNs of their logs.</param>
    public PolicyDocument To(IReadOnlyCollection<FunctionName> functions, IEnumerable<string> logs) => new(new PolicyDocumentProps
    {
        Statements =
        [
            Allow("Logs", ["logs:CreateLogStream", "logs:PutLogEvents"], [.. logs]),
            // X-Ray has no resources to name.
            Allow("Traces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"),
            .. TableSchema.All.SelectMany(definition => OfTable(definition.Table, functions)),
            .. OfUserPool(functions),
            .. OfParameter(functions),
        ],
    });

    private IEnumerable<PolicyStatement> OfTable(Table table, IReadOnlyCollection<FunctionName> functions)
    {
        var reads = functions.Any(function => FunctionAccess.Reads(function, settings.Schedules).Contains(table));
        var writes = functions.Any(function => FunctionAccess.Writes(function, settings.Schedules).Contains(table));
        var operations = (reads ? TableOperations.Reads(table) : []).Union(writes ? TableOperations.Writes(table) : []);
        string[] actions = [.. operations.Order(StringComparer.Ordinal).Select(operation => $"dynamodb:{operation}")];
        if (actions.Length > 0)
            yield return Allow($"{table}Table", actions, tables.GetArn(table));
        // Whoever reads the table may ask its index; nothing else can be done with one.
        if (reads && tables.GetIndexArn(table) is { } index)
            yield return Allow($"{table}Index", ["dynamodb:Query"], index);
    }

    /// <summary>
    /// The operations that the functions call are Cognito's public ones: whoever has the client's id may call them unsigned, as the
    /// functions do, and Cognito asks no policy. Granted on this pool alone, they say what is called, and hold where calls are signed.
    /// </summary>
    private IEnumerable<PolicyStatement> OfUserPool(IReadOnlyCollection<FunctionName> functions)
    {
        string[] actions =
        [
            .. functions.SelectMany(UserPoolOperations.Get).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(operation => $"cognito-idp:{operation}"),
        ];
        if (actions.Length > 0)
            yield return Allow("UserPool", actions, pool.UserPoolArn);
    }

    /// <summary>The media function reads the key when it starts. One of the account's own KMS keys would need a grant of its own; AWS's needs none.</summary>
    private IEnumerable<PolicyStatement> OfParameter(IReadOnlyCollection<FunctionName> functions)
    {
        if (settings.TmdbParameter is { } name && functions.Contains(FunctionName.MediaCache))
        {
            yield return Allow(
                "TmdbKey", ["ssm:GetParameter"],
                stack.FormatArn(new ArnComponents { Service = "ssm", Resource = "parameter", ResourceName = name[1..] }));
        }
    }

    private static PolicyStatement Allow(string sid, string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Sid = sid, Effect = Effect.ALLOW, Actions = actions, Resources = resources });
}
