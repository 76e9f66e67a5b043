namespace MovieRec.Aws;

/// <summary>DynamoDB or Cognito did not answer in time, refused for its own reasons or answered nonsense, after all retries. The caller
/// may try again later. The message names the operation alone, never what was sent.</summary>
public sealed class AwsUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
