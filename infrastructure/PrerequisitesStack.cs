using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using MovieRec.Aws;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure;

/// <summary>User pool and tables for an account that has none yet, which <see cref="InfrastructureStack"/> imports.</summary>
/// <remarks>It is deployed once, first, with <c>-c stack=prerequisites</c>. Its resources hold users' data and stay when the stack is
/// deleted. A first deployment that fails leaves nothing, so that it can be repeated.</remarks>
public sealed class PrerequisitesStack : Stack
{
    public const string Id = "PrerequisitesStack";

    public PrerequisitesStack(Construct scope, PrerequisitesSettings settings, IStackProps? props = null)
        : base(scope, Id, props)
    {
        var pool = Pool();
        if (settings.Sender is { } sender)
        {
            ((CfnUserPool)pool.Node.DefaultChild!).EmailConfiguration = new CfnUserPool.EmailConfigurationProperty
            {
                EmailSendingAccount = "DEVELOPER",
                SourceArn = sender.Arn,
                From = sender.From,
            };
        }
        var client = Client(pool);
        Output("UserPoolId", pool.UserPoolId, "userPoolId of InfrastructureStack");
        Output("UserPoolClientId", client.UserPoolClientId, "userPoolClientId of InfrastructureStack");
        var tables = TableSchema.All.Select(definition =>
            $"{definition.Table}={GetTable(definition, settings.TableNames.GetValueOrDefault(definition.Table)).TableName}");
        Output("TableNames", string.Join(',', tables), "tableNames of InfrastructureStack");
    }

    private UserPool Pool() => new(this, "UserPool", new UserPoolProps
    {
        SelfSignUpEnabled = true,
        // An account is identified by its email address, in any case of letters, verified by a code.
        SignInAliases = new SignInAliases { Email = true },
        SignInCaseSensitive = false,
        AutoVerify = new AutoVerifiedAttrs { Email = true },
        StandardAttributes = new StandardAttributes { Email = new StandardAttribute { Required = true, Mutable = true } },
        AccountRecovery = AccountRecovery.EMAIL_ONLY,
        // Cognito's default policy, written out: the local user pool has the same.
        PasswordPolicy = new PasswordPolicy
        {
            MinLength = 8,
            RequireLowercase = true,
            RequireUppercase = true,
            RequireDigits = true,
            RequireSymbols = true,
        },
        DeletionProtection = true,
        RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });

    private static UserPoolClient Client(UserPool pool)
    {
        var client = pool.AddClient("Client", new UserPoolClientOptions
        {
            AuthFlows = new AuthFlow { UserPassword = true },
            DisableOAuth = true,
            // The functions hold no secret and need none: the app client permits only public operations.
            GenerateSecret = false,
            PreventUserExistenceErrors = true,
            EnableTokenRevocation = true,
            AccessTokenValidity = Duration.Hours(1),
            IdTokenValidity = Duration.Hours(1),
            RefreshTokenValidity = Duration.Days(30),
        });
        client.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        return client;
    }

    private Amazon.CDK.AWS.DynamoDB.Table GetTable(TableDefinition definition, string? name)
    {
        var table = new Amazon.CDK.AWS.DynamoDB.Table(this, $"{definition.Table}Table", new TableProps
        {
            TableName = name,
            PartitionKey = Text(definition.PartitionKey),
            SortKey = definition.SortKey is { } sort ? Text(sort) : null,
            TimeToLiveAttribute = definition.TtlAttribute,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            Encryption = TableEncryption.AWS_MANAGED,
            PointInTimeRecovery = true,
            DeletionProtection = true,
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        });
        if (definition.Index is { } index)
        {
            table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps
            {
                IndexName = index.Name,
                PartitionKey = Text(index.PartitionKey),
                ProjectionType = ProjectionType.ALL,
            });
        }

        return table;
    }

    private static Amazon.CDK.AWS.DynamoDB.Attribute Text(string name) => new() { Name = name, Type = AttributeType.STRING };

    private void Output(string id, string value, string description) =>
        _ = new CfnOutput(this, id, new CfnOutputProps { Value = value, Description = description });
}
