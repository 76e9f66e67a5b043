using MovieRec.LocalHost;
using MovieRec.TestKit.Service;

return await HostProgram.RunAsync(args, TestLimits.Wide);
