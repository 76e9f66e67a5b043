using MovieRec.Api;

namespace MovieRec.Infrastructure.Settings;

/// <summary>Settings of <see cref="PrerequisitesStack"/>.</summary>
/// <param name="TableNames">Given names: <c>tableNames</c>. CloudFormation names the other tables after the stack.</param>
/// <param name="Sender">Identity in SES that sends Cognito's mail: <c>sesFromArn</c>; null for Cognito's own.</param>
public sealed record PrerequisitesSettings(IReadOnlyDictionary<Table, string> TableNames, SesSender? Sender);

/// <summary>Verified identity in SES.</summary>
/// <param name="Arn">ARN of the identity.</param>
/// <param name="From">Sender address.</param>
public sealed record SesSender(string Arn, string From);
